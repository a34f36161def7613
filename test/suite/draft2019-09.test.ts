/** The official suite's draft2019-09. */
import { refusedOfDraft201909 } from "./refused.js";
import { testVerdicts } from "./verdicts.js";

testVerdicts("draft2019-09", refusedOfDraft201909);
