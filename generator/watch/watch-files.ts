/**
 * Paths of files in, a call for each change of one of them out. Their folders are watched, not the files: an editor that saves
 * by renaming puts another file in a file's place, and a file may be gone for a while.
 */
import { realpathSync, watch, type FSWatcher } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { ifThere } from "../write/disk.js";

export interface FileWatcher {
  /**
   * From now on the file is watched, be it there or not. What is read after this call is not older than what is told.
   * @throws Failure SW510 when the system watches no more.
   */
  follow(file: string): void;
  close(): void;
}

interface Folder {
  readonly watcher: FSWatcher;
  /** What counts in it. */
  readonly names: Set<string>;
}

/** @param onChange told what changed: a followed file, a folder of one, or a folder in which something did */
export function watchFiles(onChange: (path: string) => void): FileWatcher {
  const folders = new Map<string, Folder>();
  return {
    follow(file) {
      const path = resolve(file);
      const target = ifThere(path, () => realpathSync(path), "watch") ?? path;
      for (const each of new Set([path, target])) {
        const folder = dirname(each);
        watchIn(folder, basename(each));
        // A folder that is replaced, as by `git checkout`, takes its watcher away with it.
        watchIn(dirname(folder), basename(folder));
      }
    },
    close() {
      for (const folder of folders.keys()) forget(folder);
    },
  };

  function watchIn(folder: string, name: string): void {
    const known = folders.get(folder);
    if (known) {
      known.names.add(name);
      return;
    }
    const names = new Set([name]);
    const watcher = ifThere(folder, () => watch(folder, (_, changed) => tell(folder, names, changed)), "watch");
    if (watcher === undefined) return; // When it comes, the folder above tells.
    watcher.on("error", () => tell(folder, names, null));
    folders.set(folder, { watcher, names });
  }

  /** @param changed a name in the folder; null where the system does not say which */
  function tell(folder: string, names: ReadonlySet<string>, changed: string | null): void {
    if (changed !== null && !names.has(changed)) return;
    const path = changed === null ? folder : join(folder, changed);
    forget(path);
    onChange(path);
  }

  /** Until a file in it is followed again. */
  function forget(folder: string): void {
    folders.get(folder)?.watcher.close();
    folders.delete(folder);
  }
}
