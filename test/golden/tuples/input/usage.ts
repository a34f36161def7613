import type { Drawing, DrawingRequest, Row } from "../expected/index.js";

const point: DrawingRequest["point"] = [0, 1];
const optional: DrawingRequest["optional"][] = [[], ["a"], ["a", 1]];
const rest: DrawingRequest["rest"] = ["line", 1, 2, 3];
const unit: DrawingRequest["unit"] = ["mm", 1, { dpi: null }];

// @ts-expect-error too short
const short: Row = [1, 2];
// @ts-expect-error too long
const long: DrawingRequest["point"] = [0, 1, 2];
// @ts-expect-error behind the first there are numbers
const wrong: DrawingRequest["rest"] = ["line", "1"];
// @ts-expect-error the server gives the id
const corners: DrawingRequest["corners"] = [{ x: 1, id: "a" }, [1, 2, 3]];

export const sum = ({ point: [x, y] = [0, 0], matrix = [] }: Drawing): number => x + y + matrix.reduce((all, [first]) => all + first, 0);
export { corners, long, optional, point, rest, short, unit, wrong };
