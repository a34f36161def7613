/** The README's receiver of callbacks: names come in, lines of TypeScript for Node go out. */
import { literal, memberAccess } from "../text/literal.js";
import type { ExampleNames } from "./names.js";

export function receiverExample(
  from: string,
  { safeParse, status, steps }: NonNullable<ExampleNames["callback"]>,
): readonly string[] {
  const list = steps && memberAccess("result.data", steps.property);
  const handling = steps
    ? [
        `for (const step of ${steps.isAlways ? list : `${list} ?? []`})`,
        `  if (isStep(step, ${literal(steps.firstTag)})) console.log("done:", ${memberAccess("step", steps.tag)});`,
      ]
    : [`console.log(${status ? `"done:"` : `"received:"`}, result.data);`];
  const isEnd = status && `${memberAccess("result.data", status.property)} === ${literal(status.value)}`;
  return [
    `import { createServer } from "node:http";`,
    `import { formatIssues, ${steps ? "isStep, " : ""}${safeParse} } from ${from};`,
    "",
    "const times = { requestTimeout: 10_000, connectionsCheckingInterval: 1_000 }; // milliseconds",
    "export const receiver = createServer(times, async (request, response) => {",
    `  const reply = (code: number, text = "") => response.writeHead(code).end(text);`,
    "  let result;",
    "  try {",
    `    let body = "";`,
    `    for await (const chunk of request.setEncoding("utf8")) if (body.length <= 1e6) body += chunk;`,
    `    if (body.length > 1e6) return reply(413, "too long");`,
    `    result = ${safeParse}(JSON.parse(body));`,
    "  } catch {",
    `    return reply(400, "not JSON, or cut off");`,
    "  }",
    "  if (!result.success) return reply(422, formatIssues(result.issues));",
    ...(isEnd ? [`  if (${isEnd})`] : []),
    ...handling,
    "  return reply(204);",
    "});",
  ];
}
