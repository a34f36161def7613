/** The guide's forms, rendered into a DOM and filled in. */
import type * as Dom from "@testing-library/react";
import { imageGen, workflow, type WorkflowRequest } from "civitai-workflow";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { framework } from "./frameworks.js";

framework("forms", () => {
  let leaveDom: () => Promise<void>;
  let dom: typeof Dom;
  beforeAll(async () => {
    const { GlobalRegistrator } = await import("@happy-dom/global-registrator");
    GlobalRegistrator.register();
    leaveDom = () => GlobalRegistrator.unregister();
    dom = await import("@testing-library/react");
    // What is waited for comes when the machine gets to it.
    dom.configure({ asyncUtilTimeout: 60_000 });
  });
  afterEach(() => dom.cleanup());
  afterAll(() => leaveDom());

  const initial = workflow([imageGen({ prompt: "a lighthouse" })], { callbackUrl: "https://example.com/done" });
  const message = 'callbackUrl must be a URI (RFC 3986), got "not a url" (string)';

  const fillIn = (text: string): void => {
    dom.fireEvent.change(dom.screen.getByLabelText("callbackUrl"), { target: { value: text } });
  };
  const send = (): void => void dom.fireEvent.click(dom.screen.getByRole("button"));

  test("React Hook Form shows a message at its field, and submits what is valid", async () => {
    const { useWorkflowRequestForm } = await import("./guide/react-hook-form.js");
    const submit = vi.fn<(request: WorkflowRequest) => void>();
    function Form() {
      const { register, handleSubmit, formState } = useWorkflowRequestForm(initial);
      return (
        <form onSubmit={handleSubmit((request) => submit(request))}>
          <input aria-label="callbackUrl" {...register("callbackUrl")} />
          <input aria-label="width" {...register("steps.0.input.width", { valueAsNumber: true })} />
          <p role="alert">{formState.errors.callbackUrl?.message}</p>
          <p role="status">{formState.errors.steps?.[0]?.input?.width?.message}</p>
          <button type="submit">Send</button>
        </form>
      );
    }
    dom.render(<Form />);
    fillIn("not a url");
    dom.fireEvent.change(dom.screen.getByLabelText("width"), { target: { value: "1.5" } });
    send();
    await dom.waitFor(() => expect(dom.screen.getByRole("alert").textContent).toBe(message));
    expect(dom.screen.getByRole("status").textContent).toBe(
      "steps[0].input.width must be an integer, got 1.5 (number)",
    );
    expect(submit).not.toHaveBeenCalled();
    fillIn("https://example.com/");
    dom.fireEvent.change(dom.screen.getByLabelText("width"), { target: { value: "512" } });
    send();
    await dom.waitFor(() => expect(submit).toHaveBeenCalledOnce());
    expect(submit.mock.calls[0]?.[0]).toEqual({
      callbackUrl: "https://example.com/",
      steps: [imageGen({ prompt: "a lighthouse", width: 512 })],
    });
  });

  test("TanStack Form shows a message while somebody types, and submits what is valid", async () => {
    const { useWorkflowRequestForm } = await import("./guide/tanstack-form.js");
    const submit = vi.fn<(request: WorkflowRequest) => void>();
    function Form() {
      const form = useWorkflowRequestForm(initial, submit);
      return (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void form.handleSubmit();
          }}
        >
          <form.Field name="callbackUrl">
            {({ state, handleChange }) => (
              <>
                <input
                  aria-label="callbackUrl"
                  value={state.value ?? ""}
                  onChange={(event) => handleChange(event.target.value)}
                />
                <p role="alert">{state.meta.errors.map((issue) => issue?.message).join("\n")}</p>
              </>
            )}
          </form.Field>
          <button type="submit">Send</button>
        </form>
      );
    }
    dom.render(<Form />);
    fillIn("not a url");
    await dom.waitFor(() => expect(dom.screen.getByRole("alert").textContent).toBe(message));
    send();
    fillIn("https://example.com/");
    await dom.waitFor(() => expect(dom.screen.getByRole("alert").textContent).toBe(""));
    expect(submit).not.toHaveBeenCalled();
    send();
    await dom.waitFor(() => expect(submit).toHaveBeenCalledOnce());
    expect(submit.mock.calls[0]?.[0]).toEqual({ ...initial, callbackUrl: "https://example.com/" });
  });
});
