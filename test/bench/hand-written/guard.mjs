/**
 * The published schema's guard as a careful person writes it for speed: no work for a valid document but what decides.
 * Whether a property is the object's own is asked last, since for a right value it does not matter.
 */
import { isDateTime, isUri } from "./formats.mjs";

const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isOwn = (object, key) => Object.hasOwn(object, key);

/** Own, or for what is optional: not there. */
function isOptionalList(object, key, list, isItem) {
  if (list === undefined) return true;
  if (!Array.isArray(list)) return !isOwn(object, key);
  for (let index = 0; index < list.length; index++) if (!isItem(list[index])) return !isOwn(object, key);
  return true;
}

export function isWorkflow(data) {
  if (!isRecord(data)) return false;
  const { id, callbackUrl, createdAt, startedAt, completedAt, cost, tags, callbackEvents, steps } = data;
  if (typeof id !== "string" || !isOwn(data, "id")) return false;
  switch (data.status) {
    case "succeeded":
    case "processing":
    case "unassigned":
    case "preparing":
    case "failed":
    case "expired":
    case "canceled":
      if (!isOwn(data, "status")) return false;
      break;
    default:
      return false;
  }
  if (cost !== undefined && !isCost(cost) && isOwn(data, "cost")) return false;
  if (Array.isArray(tags)) {
    for (let index = 0; index < tags.length; index++)
      if (typeof tags[index] !== "string" && isOwn(data, "tags")) return false;
  } else if (tags !== undefined && isOwn(data, "tags")) return false;
  if (Array.isArray(callbackEvents)) {
    for (let index = 0; index < callbackEvents.length; index++)
      if (!isCallbackEvent(callbackEvents[index]) && isOwn(data, "callbackEvents")) return false;
  } else if (callbackEvents !== undefined && isOwn(data, "callbackEvents")) return false;
  if (createdAt !== undefined && (typeof createdAt !== "string" || !isDateTime(createdAt)) && isOwn(data, "createdAt"))
    return false;
  if (startedAt !== undefined && (typeof startedAt !== "string" || !isDateTime(startedAt)) && isOwn(data, "startedAt"))
    return false;
  if (
    completedAt !== undefined &&
    (typeof completedAt !== "string" || !isDateTime(completedAt)) &&
    isOwn(data, "completedAt")
  )
    return false;
  if (
    callbackUrl !== undefined &&
    (typeof callbackUrl !== "string" || !isUri(callbackUrl)) &&
    isOwn(data, "callbackUrl")
  )
    return false;
  if (Array.isArray(steps)) {
    for (let index = 0; index < steps.length; index++) if (!isStep(steps[index]) && isOwn(data, "steps")) return false;
  } else if (steps !== undefined && isOwn(data, "steps")) return false;
  return true;
}

function isCallbackEvent(event) {
  switch (event) {
    case "workflow:*":
    case "workflow:succeeded":
    case "workflow:failed":
    case "workflow:processing":
    case "workflow:expired":
    case "workflow:canceled":
    case "step:*":
    case "job:*":
      return true;
    default:
      return false;
  }
}

function isCost(data) {
  if (!isRecord(data)) return false;
  const { base, total, currency } = data;
  return (
    (base === undefined || Number.isInteger(base) || !isOwn(data, "base")) &&
    (total === undefined || Number.isInteger(total) || !isOwn(data, "total")) &&
    (currency === undefined || currency === "BUZZ" || !isOwn(data, "currency"))
  );
}

function isStep(data) {
  if (!isRecord(data)) return false;
  switch (data.$type) {
    case undefined:
    case "imageGen":
    case "videoGen":
    case "audioGen":
    case "textGen":
    case "transcribe":
    case "tts":
    case "music":
    case "upscale":
    case "interpolate":
    case "training":
    case "comfy":
    case "moderation":
      break;
    default:
      if (isOwn(data, "$type")) return false;
  }
  const { name, status, input, jobs } = data;
  if (name !== undefined && typeof name !== "string" && isOwn(data, "name")) return false;
  if (status !== undefined && typeof status !== "string" && isOwn(data, "status")) return false;
  if (input !== undefined && !isInput(input) && isOwn(data, "input")) return false;
  if (Array.isArray(jobs)) {
    for (let index = 0; index < jobs.length; index++) if (!isJob(jobs[index]) && isOwn(data, "jobs")) return false;
  } else if (jobs !== undefined && isOwn(data, "jobs")) return false;
  return true;
}

function isInput(data) {
  if (!isRecord(data)) return false;
  const { engine, model, prompt, negativePrompt, width, height, aspectRatio } = data;
  if (engine !== undefined && typeof engine !== "string" && isOwn(data, "engine")) return false;
  if (model !== undefined && typeof model !== "string" && isOwn(data, "model")) return false;
  if (prompt !== undefined && typeof prompt !== "string" && isOwn(data, "prompt")) return false;
  if (negativePrompt !== undefined && typeof negativePrompt !== "string" && isOwn(data, "negativePrompt")) return false;
  if (width !== undefined && !Number.isInteger(width) && isOwn(data, "width")) return false;
  if (height !== undefined && !Number.isInteger(height) && isOwn(data, "height")) return false;
  if (aspectRatio !== undefined && typeof aspectRatio !== "string" && isOwn(data, "aspectRatio")) return false;
  const { steps, cfgScale, sampler, seed, quantity, additionalNetworks } = data;
  if (steps !== undefined && !Number.isInteger(steps) && isOwn(data, "steps")) return false;
  if (cfgScale !== undefined && !Number.isFinite(cfgScale) && isOwn(data, "cfgScale")) return false;
  if (sampler !== undefined && typeof sampler !== "string" && isOwn(data, "sampler")) return false;
  if (seed !== undefined && !Number.isInteger(seed) && isOwn(data, "seed")) return false;
  if (quantity !== undefined && !Number.isInteger(quantity) && isOwn(data, "quantity")) return false;
  return isOptionalList(data, "additionalNetworks", additionalNetworks, isNetwork);
}

function isNetwork(data) {
  if (!isRecord(data)) return false;
  const { air, strength } = data;
  return (
    (air === undefined || typeof air === "string" || !isOwn(data, "air")) &&
    (strength === undefined || Number.isFinite(strength) || !isOwn(data, "strength"))
  );
}

function isJob(data) {
  if (!isRecord(data)) return false;
  const { id, status, result } = data;
  return (
    (id === undefined || typeof id === "string" || !isOwn(data, "id")) &&
    (status === undefined || typeof status === "string" || !isOwn(data, "status")) &&
    (result === undefined || isResult(result) || !isOwn(data, "result"))
  );
}

function isResult(data) {
  if (!isRecord(data)) return false;
  const { blobs } = data;
  if (!Array.isArray(blobs)) return blobs === undefined || !isOwn(data, "blobs");
  for (let index = 0; index < blobs.length; index++) if (!isBlob(blobs[index])) return !isOwn(data, "blobs");
  return true;
}

function isBlob(data) {
  if (!isRecord(data)) return false;
  const { blobId, url, mimeType, width, height, durationMs, nsfwLevel } = data;
  return (
    (blobId === undefined || typeof blobId === "string" || !isOwn(data, "blobId")) &&
    (mimeType === undefined || typeof mimeType === "string" || !isOwn(data, "mimeType")) &&
    (width === undefined || Number.isInteger(width) || !isOwn(data, "width")) &&
    (height === undefined || Number.isInteger(height) || !isOwn(data, "height")) &&
    (durationMs === undefined || Number.isInteger(durationMs) || !isOwn(data, "durationMs")) &&
    (nsfwLevel === undefined || Number.isInteger(nsfwLevel) || !isOwn(data, "nsfwLevel")) &&
    (url === undefined || (typeof url === "string" && isUri(url)) || !isOwn(data, "url"))
  );
}
