/** What the emitted validators take of the official suite's draft7, the emitted types take. */
import { testSoundness } from "./test-soundness.js";

testSoundness("draft7");
