/** One half of the made-up packages: two files, so that both cores work. */
import { testPackages } from "./packages.js";

testPackages(1);
