/** The official suite's draft7. */
import { refusedOfDraft7 } from "./refused.js";
import { testVerdicts } from "./verdicts.js";

testVerdicts("draft7", refusedOfDraft7);
