/** The official suite's draft7. */
import { testVerdicts } from "./verdicts.js";

testVerdicts("draft7", []);
