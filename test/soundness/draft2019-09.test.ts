/** What the emitted validators take of the official suite's draft2019-09, the emitted types take. */
import { testSoundness } from "./test-soundness.js";

testSoundness("draft2019-09");
