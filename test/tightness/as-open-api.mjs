/**
 * A JSON Schema in, an OpenAPI 3.1 document with it and its definitions as components out: as a person would write it, who knows that
 * `#` is now the whole document.
 */
const isComponentName = (name) => /^[A-Za-z0-9._-]+$/.test(name);

export function asOpenApi(schema, name) {
  const { $defs = {}, ...rest } = typeof schema === "object" ? schema : { $defs: {} };
  const hoisted = Object.entries($defs).filter(([key]) => isComponentName(key) && key !== name);
  const kept = Object.entries($defs).filter(([key]) => !isComponentName(key) || key === name);
  const root =
    typeof schema === "object" ? { ...rest, ...(kept.length > 0 && { $defs: Object.fromEntries(kept) }) } : schema;
  const names = new Set(hoisted.map(([key]) => key));
  const schemas = Object.fromEntries(
    [[name, root], ...hoisted].map(([key, value]) => [key, moved(value, name, names)]),
  );
  return { openapi: "3.1.0", info: { title: "Suite", version: "1" }, paths: {}, components: { schemas } };
}

function moved(value, name, names) {
  if (Array.isArray(value)) return value.map((item) => moved(item, name, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key === "$ref" && typeof inner === "string") return [key, target(inner, name, names)];
      return [key, key === "const" || key === "enum" ? inner : moved(inner, name, names)];
    }),
  );
}

function target(ref, name, names) {
  const [, definition, deeper = ""] = /^#\/\$defs\/([^/]+)(\/.*)?$/.exec(ref) ?? [];
  if (definition !== undefined && names.has(definition)) return `#/components/schemas/${definition}${deeper}`;
  return ref === "#" || ref.startsWith("#/") ? `#/components/schemas/${name}${ref.slice(1)}` : ref;
}
