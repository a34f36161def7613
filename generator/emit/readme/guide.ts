/**
 * The guide in the package's README: how the package plugs into what people use. The canonical schema and the model come in,
 * Markdown goes out, a heading, a sentence and an example for each. The tests type-check and run the examples.
 */
import type { CanonicalSchema } from "../../json/json-schema.js";
import type { Workflow } from "../../model/model.js";
import { articleOf } from "../text/article.js";
import { literal } from "../text/literal.js";
import { code, codeBlock } from "../text/markdown.js";
import { exampleNames, type ExampleNames } from "./names.js";
import { receiverExample } from "./receiver.js";

interface Chapter {
  readonly heading: string;
  readonly words: string;
  readonly lines: readonly string[];
}

/** Headings of the second level, and of the third below the frameworks. */
export function guide(schema: CanonicalSchema, model: Workflow): readonly string[] {
  const names = exampleNames(schema, model);
  const { callback } = names;
  return [
    ...(callback
      ? ["## Receive callbacks", receiverWords(callback.type), codeBlock("ts", receiverExample(names.from, callback))]
      : []),
    "## In a framework",
    `Every ${code("…Schema")} is a [Standard Schema](https://standardschema.dev); these frameworks and many others take it as it is.`,
    ...[hono, trpc, fastify, reactHookForm, tanStackForm].flatMap((chapter) => chapterText(chapter(names))),
    "## JSON Schema",
    `${code(`${model.package.name}/json-schema`)} has the same schemas, which also convert to JSON Schema: ${code("draft-2020-12")}, ${code("draft-07")} or ${code("openapi-3.0")}, as [Standard JSON Schema](https://standardschema.dev/json-schema) defines it.`,
    codeBlock("ts", jsonSchema(names)),
  ];
}

const receiverWords = (type: string): string => {
  const what = `${articleOf(type)} ${code(type)}`;
  return `A server for Node that takes ${what} as JSON, up to a million characters that arrive within ten seconds. Anything else is answered with the reason: 408 if it is too slow, 413 if it is too long, 400 if it is not JSON or was cut off, 422 if it is not ${what}.`;
};

const chapterText = ({ heading, words, lines }: Chapter): readonly string[] => [
  `### ${heading}`,
  words,
  codeBlock("ts", lines),
];

const hono = ({ from, sent }: ExampleNames): Chapter => ({
  heading: "Hono",
  words: "An invalid body is answered with 400 and the issues.",
  lines: [
    `import { sValidator } from "@hono/standard-validator";`,
    `import { Hono } from "hono";`,
    `import { ${sent.schema} } from ${from};`,
    "",
    `export const app = new Hono().post("/", sValidator("json", ${sent.schema}), (c) => {`,
    `  const request = c.req.valid("json"); // typed and checked`,
    "  return c.json({ received: request }, 202);",
    "});",
  ],
});

const trpc = ({ from, sent, received }: ExampleNames): Chapter => ({
  heading: "tRPC",
  words: "Checks what a client sends, and what it is answered.",
  lines: [
    `import { initTRPC } from "@trpc/server";`,
    ...imports(from, [sent.schema, received.schema], [sent.type, received.type]),
    "",
    `type Submit = (request: ${sent.type}) => Promise<${received.type}>;`,
    "",
    "const { procedure, router } = initTRPC.create();",
    "export const routerFor = (submit: Submit) =>",
    "  router({",
    `    submit: procedure.input(${sent.schema}).output(${received.schema}).mutation(({ input }) => submit(input)),`,
    "  });",
  ],
});

const fastify = ({ from, sent }: ExampleNames): Chapter => ({
  heading: "Fastify",
  words:
    "One validator compiler for all routes. A valid body costs no more than the guard; an invalid one is answered with 400 and the text of its issues.",
  lines: [
    `import Fastify from "fastify";`,
    ...imports(from, [sent.guard, sent.parse], [sent.type]),
    "",
    `const body = { is: ${sent.guard}, parse: ${sent.parse} };`,
    "export const app = Fastify();",
    "app.setValidatorCompiler<typeof body>(({ schema }) => (value) => {",
    "  try {",
    "    return schema.is(value) || { value: schema.parse(value) };",
    "  } catch (error) {",
    "    return { error: error as Error }; // a ValidationError",
    "  }",
    "});",
    "const options = { schema: { body } };",
    `app.post<{ Body: ${sent.type} }>("/", options, (request) => request.body);`,
  ],
});

const reactHookForm = ({ from, sent }: ExampleNames): Chapter => ({
  heading: "React Hook Form",
  words: "Each message stands at its field, however deep that is.",
  lines: [
    `import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";`,
    `import { useForm } from "react-hook-form";`,
    ...imports(from, [sent.schema], [sent.type]),
    "",
    `export const use${sent.type}Form = (defaultValues: ${sent.type}) =>`,
    `  useForm({ defaultValues, resolver: standardSchemaResolver(${sent.schema}) });`,
  ],
});

const tanStackForm = ({ from, sent }: ExampleNames): Chapter => ({
  heading: "TanStack Form",
  words: "The same, while the user types.",
  lines: [
    `import { useForm } from "@tanstack/react-form";`,
    ...imports(from, [sent.schema], [sent.type]),
    "",
    `export const use${sent.type}Form = (defaultValues: ${sent.type}, submit: (request: ${sent.type}) => void) =>`,
    "  useForm({",
    "    defaultValues,",
    `    validators: { onChange: ${sent.schema} },`,
    "    onSubmit: ({ value }) => submit(value),",
    "  });",
  ],
});

const jsonSchema = ({ name, sent }: ExampleNames): readonly string[] => [
  `import { ${sent.schema} } from ${literal(`${name}/json-schema`)};`,
  "",
  `export const schema = ${sent.schema}["~standard"].jsonSchema.input({ target: "draft-07" });`,
];

/** Each name once; types on a line of their own. */
const imports = (from: string, values: readonly string[], types: readonly string[]): readonly string[] =>
  [["import", values] as const, ["import type", types] as const].map(
    ([word, names]) => `${word} { ${[...new Set(names)].sort().join(", ")} } from ${from};`,
  );
