/**
 * A number of step types in; an OpenAPI 3.1 document of the official one's kind, and a contract for it, out: bases with
 * mappings, children that point up, every tenth input with tags two levels deep.
 */

const schemas = "#/components/schemas/";
const refTo = (name) => ({ $ref: schemas + name });
const text = { type: "string", maxLength: 1000, description: "What it should look like." };

const closed = (properties, required) => ({ type: "object", required, properties, additionalProperties: false });
const child = (base, properties, required) => ({ allOf: [refTo(base), closed(properties, required)] });
const tagged = (schema, propertyName, mapping) => ({
  ...schema,
  discriminator: {
    propertyName,
    mapping: Object.fromEntries([...mapping].map(([tag, name]) => [tag, schemas + name])),
  },
});

const inputMembers = {
  prompt: text,
  negativePrompt: { ...text, type: ["null", "string"] },
  width: { type: "integer", format: "int32", minimum: 64, maximum: 2048, default: 1024 },
  strength: { type: "number", format: "double", minimum: 0, maximum: 1 },
  quality: { type: ["null", "string"], enum: ["low", "medium", "high"] },
  images: { type: "array", items: { type: "string", format: "uri" }, maxItems: 8 },
  resources: { type: "array", items: refTo("Resource") },
  loras: { type: "object", additionalProperties: { type: "number", format: "double" } },
};

const shared = {
  Resource: closed({ air: { type: "string", pattern: "^urn:" }, weight: { type: "number" } }, ["air"]),
  Blob: closed({ id: { type: "string" }, url: { type: ["null", "string"], format: "uri" } }, ["id"]),
  Status: { type: "string", enum: ["scheduled", "processing", "succeeded", "failed"] },
  WorkflowTemplate: closed(
    { steps: { type: "array", items: refTo("WorkflowStepTemplate") }, tags: { type: "array", items: text } },
    ["steps"],
  ),
  Workflow: closed(
    { id: { type: "string" }, status: refTo("Status"), steps: { type: "array", items: refTo("WorkflowStep") } },
    ["id", "steps"],
  ),
};

/** @param count how many step types. */
export function syntheticDocument(count) {
  const types = Array.from({ length: count }, (_, index) => ({
    tag: `make${index}`,
    name: `Make${index}`,
    isDeep: index % 10 === 0,
  }));
  const base = {
    $type: { type: "string" },
    name: { type: ["null", "string"] },
    retries: { type: ["null", "integer"] },
  };
  const bases = {
    WorkflowStepTemplate: tagged(
      closed(base, ["$type"]),
      "$type",
      new Map(types.map(({ tag, name }) => [tag, `${name}StepTemplate`])),
    ),
    WorkflowStep: tagged(
      closed({ ...base, status: refTo("Status") }, ["$type", "status"]),
      "$type",
      new Map(types.map(({ tag, name }) => [tag, `${name}Step`])),
    ),
  };
  const steps = types.flatMap(({ name, isDeep }) => [
    [`${name}StepTemplate`, child("WorkflowStepTemplate", { input: refTo(`${name}Input`) }, ["$type", "input"])],
    [
      `${name}Step`,
      child("WorkflowStep", { input: refTo(`${name}Input`), output: refTo(`${name}Output`) }, ["$type", "input"]),
    ],
    [
      `${name}Output`,
      closed({ images: { type: "array", items: refTo("Blob") }, seed: { type: "integer", format: "int64" } }, [
        "images",
      ]),
    ],
    ...(isDeep ? deepInput(name) : [[`${name}Input`, closed(inputMembers, ["prompt"])]]),
  ]);
  return {
    openapi: "3.1.1",
    info: { title: "Synthetic", version: "1.0.0" },
    components: { schemas: { ...shared, ...bases, ...Object.fromEntries(steps) } },
  };
}

/** Three engines with two operations each. */
function deepInput(name) {
  const engines = ["fast", "fine", "wide"];
  const operations = ["create", "edit"];
  const leaf = (engine, operation) => `${name}${engine}${operation}Input`;
  return [
    [
      `${name}Input`,
      tagged(
        closed({ engine: { type: "string" }, seed: { type: "integer" } }, ["engine"]),
        "engine",
        new Map(engines.map((engine) => [engine, `${name}${engine}Input`])),
      ),
    ],
    ...engines.flatMap((engine) => [
      [
        `${name}${engine}Input`,
        {
          allOf: [
            refTo(`${name}Input`),
            tagged(
              closed({ operation: { type: "string", default: "create" } }, ["operation"]),
              "operation",
              new Map(operations.map((operation) => [operation, leaf(engine, operation)])),
            ),
          ],
        },
      ],
      ...operations.map((operation) => [
        leaf(engine, operation),
        child(`${name}${engine}Input`, inputMembers, ["prompt"]),
      ]),
    ]),
  ];
}

export const syntheticContract = {
  schema: "synthetic.json",
  package: { name: "synthetic", version: "0.1.0", license: "MIT", description: "Synthetic." },
  entries: {
    WorkflowTemplate: { at: "WorkflowTemplate", direction: "request" },
    WorkflowStepTemplate: { at: "WorkflowStepTemplate", direction: "request" },
    Workflow: { at: "Workflow", direction: "response" },
    WorkflowStep: { at: "WorkflowStep", direction: "response" },
  },
  steps: {
    of: "WorkflowTemplate",
    at: "WorkflowStepTemplate",
    answered: "WorkflowStep",
    tag: "$type",
    input: "input",
    unknownTags: "pass",
    stepReferences: true,
    modules: true,
  },
  plainNames: "request",
  nulls: "omitted",
  names: { "#/components/schemas/Blob": "MediaBlob" },
};
