/** The official suite's draft2020-12. */
import { refusedOfDraft202012 } from "./refused.js";
import { testVerdicts } from "./verdicts.js";

testVerdicts("draft2020-12", refusedOfDraft202012);
