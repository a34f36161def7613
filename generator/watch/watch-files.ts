/**
 * Paths of files in, a call for each change of one of them out. Their folders are watched, not the files: an editor that saves
 * by renaming puts another file in a file's place, and a file may be gone for a while. So are the folders above, and all that symbolic
 * links on the way lead through: each may be replaced.
 */
import { readlinkSync, watch, type FSWatcher } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { isOutside } from "../load/input-paths.js";
import { ifThere } from "../write/disk.js";

export interface FileWatcher {
  /**
   * From now on the file is watched, be it there or not. What is read after this call is not older than what is told.
   * @throws Failure SW510 when the system watches no more.
   */
  follow(file: string): void;
  /** Nothing is followed any more, until it is followed anew: a folder that was replaced took its watcher away with it. */
  clear(): void;
}

interface Folder {
  /** Undefined where there is no folder; when it comes, the one above tells. */
  readonly watcher: FSWatcher | undefined;
  /** What counts in it. */
  readonly names: Set<string>;
}

/** @param onChange told what changed: a followed file, what is on the way to it, or a folder in which something did */
export function watchFiles(onChange: (path: string) => void): FileWatcher {
  const folders = new Map<string, Folder>();
  const here = process.cwd();
  return {
    follow(file) {
      const path = resolve(file);
      const own = dirname(path);
      followOnWay(path);

      function followOnWay(step: string): void {
        const folder = dirname(step);
        const name = basename(step);
        if (folder === step || folders.get(folder)?.names.has(name)) return;
        // First the folder above, which tells of one that comes just now. The folders around this process stay as long as it does.
        if (isOutside(relative(folder, here))) followOnWay(folder);
        watchIn(folder, name, folder === own);
        const target = linkTarget(step);
        if (target !== undefined) followOnWay(resolve(folder, target));
      }
    },
    clear() {
      for (const { watcher } of folders.values()) watcher?.close();
      folders.clear();
    },
  };

  function watchIn(folder: string, name: string, isOwn: boolean): void {
    const known = folders.get(folder);
    if (known) {
      known.names.add(name);
      return;
    }
    const names = new Set([name]);
    const unwatched = isOwn ? nowhere : [...nowhere, ...forbidden];
    const watcher = ifThere(
      folder,
      () => unless(unwatched, () => watch(folder, (_, changed) => tell(changed))),
      "watch",
    );
    watcher?.on("error", () => tell(null));
    folders.set(folder, { watcher, names });

    /** @param changed a name in the folder; null where the system does not say which */
    function tell(changed: string | null): void {
      if (changed === null) onChange(folder);
      else if (names.has(changed)) onChange(join(folder, changed));
    }
  }
}

/** What the system says where a path leads to no folder. */
const nowhere = ["ENOENT", "ENOTDIR", "ELOOP", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"];

/** One may go through a folder that one may not look at. */
const forbidden = ["EACCES", "EPERM"];

const linkTarget = (path: string): string | undefined =>
  unless([...nowhere, ...forbidden, "EINVAL", "UNKNOWN"], () => readlinkSync(path));

function unless<T>(codes: readonly string[], operation: () => T): T | undefined {
  try {
    return operation();
  } catch (error) {
    if (codes.includes((error as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw error;
  }
}
