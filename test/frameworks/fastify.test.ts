/** The guide's Fastify application, asked over loopback. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { post, request, wrong, wrongTag, wrongWidth } from "./bodies.js";
import { framework } from "./frameworks.js";

framework("Fastify", () => {
  let close: () => Promise<unknown>;
  let url: string;
  beforeAll(async () => {
    const { app } = await import("./guide/fastify.js");
    url = await app.listen({ host: "127.0.0.1", port: 0 });
    close = () => app.close();
  });
  afterAll(() => close());

  test("takes a request", async () => {
    const response = await post(url, JSON.stringify(request));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(request);
  });

  test("answers an invalid one with the text of its issues", async () => {
    const response = await post(url, JSON.stringify(wrong));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ message: `2 issues\n  ${wrongTag}\n  ${wrongWidth}` });
  });
});
