import { extract, load, matchStep, workflow, type Pipeline, type Source } from "../expected/index.js";

const source: Source = { kind: "Query", text: "select 1" };
export const pipeline: Pipeline = workflow([extract({ source }, { label: "all" }), load({ table: "rows" })]);

// @ts-expect-error an upload has a path
export const upload: Source = { kind: "Upload", text: "select 1" };
// @ts-expect-error only an extraction has a source
load({ source });

export const places = ({ stages }: Pipeline): string[] =>
  stages.map((stage) =>
    matchStep(stage, {
      extract: ({ params }) => (params.source.kind === "Upload" ? params.source.path : params.source.text),
      load: ({ params }) => params.table,
    }),
  );
