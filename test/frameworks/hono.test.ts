/** The guide's Hono application, asked over loopback. */
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { post, request, wrong, wrongTag, wrongWidth } from "./bodies.js";
import { framework } from "./frameworks.js";

framework("Hono", () => {
  let close: () => void;
  let url: string;
  beforeAll(async () => {
    const { serve } = await import("@hono/node-server");
    const { app } = await import("./guide/hono.js");
    const address = await new Promise<AddressInfo>((resolve) => {
      const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, resolve);
      close = () => server.close();
    });
    url = `http://127.0.0.1:${address.port}/`;
  });
  afterAll(() => close());

  test("takes a request", async () => {
    const response = await post(url, JSON.stringify(request));
    expect(response.status).toBe(202);
    expect(await response.json()).toEqual({ received: request });
  });

  test("answers an invalid one with its issues", async () => {
    const response = await post(url, JSON.stringify(wrong));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      success: false,
      error: [
        { path: ["steps", 0, "$type"], message: wrongTag },
        { path: ["steps", 1, "input", "width"], message: wrongWidth },
      ],
    });
  });

  test("answers what is no JSON", async () => {
    expect((await post(url, "{")).status).toBe(400);
  });
});
