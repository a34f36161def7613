/** The guide's receiver of callbacks: a real server, real sockets, and senders who mean well or do not. */
import { connect, type AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { answer, post } from "./bodies.js";
import { framework } from "./frameworks.js";

framework("the receiver", () => {
  let port: number;
  let close: () => void;
  let usual: number;
  let setPatience: (milliseconds: number) => void;
  const log = vi.spyOn(console, "log").mockReturnValue(undefined);
  beforeAll(async () => {
    const { receiver } = await import("./guide/receive-callbacks.js");
    setPatience = (milliseconds) => void (receiver.headersTimeout = receiver.requestTimeout = milliseconds);
    usual = receiver.requestTimeout;
    await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
    port = (receiver.address() as AddressInfo).port;
    close = () => receiver.close();
  });
  afterAll(() => {
    close();
    log.mockRestore();
  });

  const send = async (body: string): Promise<readonly [number, string]> => {
    const response = await post(`http://127.0.0.1:${port}/`, body);
    return [response.status, await response.text()];
  };
  const isAlive = async (): Promise<void> => expect(await send(JSON.stringify(answer))).toEqual([204, ""]);

  /** All that comes back for some bytes, when the other side has closed. */
  const raw = (bytes: string, more?: (write: (text: string) => void) => () => void): Promise<string> =>
    new Promise((resolve, reject) => {
      let received = "";
      const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
      const stop = more?.((text) => socket.write(text));
      socket.on("data", (chunk) => (received += chunk.toString()));
      socket.on("close", () => {
        stop?.();
        resolve(received);
      });
      socket.on("error", (error: NodeJS.ErrnoException) => {
        if (error.code !== "EPIPE" && error.code !== "ECONNRESET") reject(error);
      });
    });

  test("hears of the steps that are done, by their type", async () => {
    log.mockClear();
    await isAlive();
    expect(log.mock.calls).toEqual([["done:", "imageGen"]]);
    log.mockClear();
    expect(await send(JSON.stringify({ ...answer, status: "processing" }))).toEqual([204, ""]);
    expect(log).not.toHaveBeenCalled();
  });

  test("says what is wrong with a body", async () => {
    expect(await send(JSON.stringify({ ...answer, status: "suceeded" }))).toEqual([
      422,
      expect.stringContaining('got "suceeded" (string); did you mean "succeeded"?'),
    ]);
  });

  test("lets the reader's own mistakes be seen, and blames no sender for them", async () => {
    const mistake = new Error("a mistake of the reader's own");
    log.mockImplementationOnce(() => {
      throw mistake;
    });
    const others = process.rawListeners("unhandledRejection");
    process.removeAllListeners("unhandledRejection");
    const rejected = new Promise((resolve) => process.once("unhandledRejection", resolve));
    const stop = new AbortController();
    const response = post(`http://127.0.0.1:${port}/`, JSON.stringify(answer), stop.signal).catch(() => "none");
    expect(await rejected).toBe(mistake);
    for (const each of others) process.on("unhandledRejection", each as NodeJS.UnhandledRejectionListener);
    stop.abort();
    expect(await response).toBe("none");
  });

  test.each(["", "{", "\u0000\u0001", '{"id":', "[".repeat(900_000)])("survives garbage %#", async (body) => {
    expect((await send(body))[0]).toBe(400);
    await isAlive();
  });

  test("survives bytes that are no text, and what is no HTTP", async () => {
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      method: "POST",
      body: new Uint8Array([0xff, 0xfe, 0]),
    });
    expect(response.status).toBe(400);
    expect(await raw("nonsense\r\n\r\n")).toContain("400 Bad Request");
    await isAlive();
  });

  test("refuses 10 MB, and keeps little of them", async () => {
    const body = JSON.stringify({ ...answer, tags: ["x".repeat(10_000_000)] });
    expect(await send(body)).toEqual([413, "too long"]);
    await isAlive();
  });

  test("takes just as much as the limit", async () => {
    const empty = JSON.stringify({ ...answer, tags: [""] });
    const body = (length: number): string => JSON.stringify({ ...answer, tags: ["x".repeat(length - empty.length)] });
    expect(await send(body(1_000_000))).toEqual([204, ""]);
    expect(await send(body(1_000_001))).toEqual([413, "too long"]);
  });

  test("does not wait for slow senders", async () => {
    // At this pace a sender of so much would need half a day.
    const head = "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1000000\r\n\r\n";
    setPatience(500); // the same, sooner
    const response = await raw(head, (write) => {
      const timer = setInterval(() => write(" "), 50);
      return () => clearInterval(timer);
    });
    setPatience(usual);
    expect(response).toMatch(/^(?:HTTP\/1\.1 4\d\d |$)/);
    await isAlive();
  });

  test("survives a sender that goes away", async () => {
    const socket = connect(port, "127.0.0.1");
    socket.write("POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1000\r\n\r\n{", () => socket.destroy());
    await new Promise((resolve) => socket.on("close", resolve));
    await isAlive();
  });
});
