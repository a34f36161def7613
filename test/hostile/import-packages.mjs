/**
 * A program of its own: paths of emitted packages on stdin; on stdout what each one changed in the world when it was
 * imported and all that it exports was called. A package that ends the program is the one after the last line.
 */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const watched = {
  globalThis,
  Object,
  Array,
  Function,
  String,
  Number,
  RegExp,
  Symbol,
  Promise,
  JSON,
  Reflect,
  Math,
  process,
};
const before = snapshot();
const values = [
  undefined,
  null,
  0,
  "text",
  [],
  {},
  { steps: [{}] },
  JSON.parse('{"__proto__":{"pwned":1},"constructor":{"prototype":{"pwned":1}}}'),
];

for (const folder of JSON.parse(readFileSync(0, "utf8"))) {
  const problems = [];
  try {
    const exported = await import(pathToFileURL(`${folder}/index.js`).href);
    for (const [name, each] of Object.entries(exported)) use(name, each, problems);
  } catch (error) {
    problems.push(String(error));
  }
  problems.push(...changes());
  process.stdout.write(`${JSON.stringify({ folder, problems })}\n`);
}

/** Only what says no in its own way may throw. */
function use(name, exported, problems) {
  const callables = typeof exported === "function" ? [exported] : [exported?.["~standard"]?.validate].filter(Boolean);
  for (const call of callables) {
    for (const value of values) {
      try {
        call(value, {});
      } catch (error) {
        const isOwn = /^(?:ValidationError|UnhandledStepError|UnnamedStepError|TypeError)$/.test(error?.name);
        if (!isOwn) problems.push(`${name}: ${error}`);
      }
    }
  }
}

function snapshot() {
  return new Map(
    Object.entries(watched).flatMap(([name, object]) =>
      [object, object.prototype].flatMap((each, index) =>
        each === undefined || each === null
          ? []
          : Reflect.ownKeys(each).map((key) => [
              `${name}${index ? ".prototype" : ""}.${String(key)}`,
              Object.getOwnPropertyDescriptor(each, key).value,
            ]),
      ),
    ),
  );
}

function changes() {
  const now = snapshot();
  const changed = [...now].filter(([key, value]) => !before.has(key) || !Object.is(before.get(key), value));
  return [
    ...changed.map(([key]) => `${key} is not what it was`),
    ...[...before.keys()].filter((key) => !now.has(key)).map((key) => `${key} is gone`),
  ];
}
