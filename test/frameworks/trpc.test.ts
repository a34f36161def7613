/** The guide's tRPC router, called by a client over loopback. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Workflow, WorkflowRequest } from "civitai-workflow";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answer, request, wrong, wrongTag } from "./bodies.js";
import { framework } from "./frameworks.js";

framework("tRPC", () => {
  let server: Server;
  let submit: (body: WorkflowRequest) => Promise<unknown>;
  const submitted: WorkflowRequest[] = [];
  let made: unknown = answer;
  beforeAll(async () => {
    const { createHTTPHandler } = await import("@trpc/server/adapters/standalone");
    const { createTRPCClient, httpLink } = await import("@trpc/client");
    const { routerFor } = await import("./guide/trpc.js");
    const router = routerFor(async (body) => {
      submitted.push(body);
      return made as Workflow;
    });
    server = createServer(createHTTPHandler({ router }));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = createTRPCClient<typeof router>({ links: [httpLink({ url })] });
    submit = (body) => client.submit.mutate(body);
  });
  afterAll(() => void server.close());

  test("takes a request and gives an answer", async () => {
    expect(await submit(request)).toEqual(answer);
    expect(submitted).toEqual([request]);
  });

  test("refuses an invalid request, with the issues", async () => {
    await expect(submit(wrong as unknown as WorkflowRequest)).rejects.toMatchObject({
      data: { code: "BAD_REQUEST" },
      message: expect.stringContaining(wrongTag) as string,
    });
  });

  test("does not pass on an invalid answer", async () => {
    made = { ...answer, status: "fine" };
    await expect(submit(request)).rejects.toMatchObject({
      data: { code: "INTERNAL_SERVER_ERROR" },
      message: "Output validation failed",
    });
  });
});
