/** What the emitted validators take of the official suite's draft2020-12, the emitted types take. */
import { testSoundness } from "./test-soundness.js";

testSoundness("draft2020-12");
