import { safeParseScene, type Layer, type Scene, type SceneRequest } from "../expected/index.js";

export function shown(layer: Layer): string {
  switch (layer.ty) {
    case 1:
      return layer.color;
    case 2:
      return `${layer.source} (${layer.width ?? "as wide as it is"})`;
    case 4:
    case 5:
      return layer.text;
  }
}

export const sound = ({ sound }: Scene): string | undefined => (sound?.on === true ? sound.source : sound?.reason);
export const request: SceneRequest = { layers: [{ ty: 5, text: "around" }], speed: { mode: null, curve: [0, 1] } };

// @ts-expect-error a text is no number
export const texts: SceneRequest = { layers: [{ ty: 4, text: 4 }] };
// @ts-expect-error there is no such layer
export const unknown: SceneRequest = { layers: [{ ty: 3, text: "a" }] };
// @ts-expect-error the tag is a number
export const quoted: SceneRequest = { layers: [{ ty: "4", text: "a" }] };

const result = safeParseScene(request);
export const places = result.success ? result.data.layers.map(shown) : result.issues.map(({ pointer }) => pointer);
