/** What a long run is at in; a line on the terminal that tells people so, while it is at it, out. */
import { escapeControls } from "../words/escape-controls.js";

export interface Progress {
  /** In place of what was shown before. */
  show(what: string): void;
  /** Before anything else is printed. */
  clear(): void;
}

/** @param terminal where there is one and somebody looks at it. */
export function progressOn(terminal: NodeJS.WriteStream | undefined): Progress {
  let isShown = false;
  const clear = (): void => {
    if (!terminal || !isShown) return;
    terminal.cursorTo(0);
    terminal.clearLine(0);
    isShown = false;
  };
  return {
    clear,
    show(what) {
      clear();
      // A line that wraps could not be cleared. Some terminals do not tell how wide they are.
      terminal?.write(`${escapeControls(what)} …`.slice(0, (terminal.columns || 80) - 1));
      isShown = true;
    },
  };
}
