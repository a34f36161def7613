/**
 * Everything that can be wrong, a sentence and a hint each. The hundreds digit of a code gives the exit code: SW1xx usage,
 * contract, overlay or path (2), SW2xx schema (3), SW3xx stale output (1), SW4xx a bug (4), SW5xx reading or writing (5).
 */

export type Severity = "error" | "warning" | "note";

interface CatalogueEntry {
  readonly severity: Severity;
  /** `{name}` is replaced by the parameter of that name. */
  readonly message: string;
  readonly hint: string;
}

export const catalogue = {
  SW101: { severity: "error", message: "{problem}", hint: "run `stepwright --help` for the commands and their flags" },
  SW102: {
    severity: "error",
    message: '{what} "{file}" does not exist',
    hint: "a path in a contract starts at the contract's folder, one on the command line where you are",
  },
  SW103: {
    severity: "error",
    message: '{what} "{file}" is an address; nothing is read from the network',
    hint: "download it and give the file's path",
  },
  SW104: {
    severity: "error",
    message: "not JSON: {problem}",
    hint: "JSON has neither comments nor trailing commas; YAML is read from a file that ends in .yaml or .yml",
  },
  SW105: {
    severity: "error",
    message: 'the key "{key}" stands twice in one object',
    hint: "only one of the two can count: take the other out",
  },
  SW106: {
    severity: "error",
    message: "nested more than {limit} levels deep",
    hint: "no contract or overlay needs that: look for a copying mistake",
  },
  SW107: {
    severity: "error",
    message: "not YAML: {problem}",
    hint: "a file that ends in .yaml or .yml is one document of YAML 1.2 that JSON could say as well",
  },
  SW108: {
    severity: "error",
    message: "{file} is larger than {limit} MiB",
    hint: "no contract or overlay needs that: look for a copying mistake",
  },
  SW109: {
    severity: "error",
    message: "{list} cannot carry the path {path}: {reason}",
    hint: "rename the file or its folder",
  },
  SW110: {
    severity: "error",
    message: "the schema has no {pointer}",
    hint: "{hint}",
  },
  SW111: {
    severity: "error",
    message: "{pointer} names nothing that the entries reach, so nothing becomes {name}",
    hint: "{hint}",
  },
  SW112: {
    severity: "error",
    message: "a step has no property {tag}",
    hint: "`tag` is the property that tells step types apart; {hint}",
  },
  SW113: {
    severity: "error",
    message: "{pointer} is no enum of strings",
    hint: "point at one, or at a place that refers to one",
  },
  SW114: {
    severity: "error",
    message: "{entry} has no list of steps",
    hint: "`of` is an entry with an array whose items are the schema that `at` points to",
  },
  SW115: { severity: "error", message: "{tag} is no step type of the schema", hint: "the step types are {known}" },
  SW116: {
    severity: "error",
    message: "no request has an object at {pointer} with a property {property}",
    hint: "{hint}",
  },
  SW117: {
    severity: "error",
    message: "{name} cannot be a factory's name",
    hint: "take an identifier that no keyword, global or other export of the package has",
  },
  SW118: {
    severity: "error",
    message: "no step type has a property {input}",
    hint: "`input` is the property that holds what a step works on, and is left out where steps have none; {hint}",
  },
  SW119: {
    severity: "error",
    message: "a request cannot have {property} at {pointer}: it is readOnly, so the server assigns it",
    hint: "take it out here, or let an overlay say that it is not readOnly",
  },
  SW120: { severity: "error", message: 'unknown key "{key}"', hint: "{hint}" },
  SW121: { severity: "error", message: '"{key}" is missing', hint: "{hint}" },
  SW122: { severity: "error", message: "{problem}", hint: "{hint}" },
  SW123: { severity: "error", message: "{pointer} is no schema", hint: "{hint}" },
  SW124: {
    severity: "error",
    message: "no entry that is answered reaches {pointer}",
    hint: "`answered` is one step of an entry whose direction is response or both",
  },
  SW125: {
    severity: "error",
    message: "{pointer} is no union of steps that {tag} tells apart",
    hint: "`answered` is a choice whose branches each require {tag}, a constant string of their own",
  },
  SW126: {
    severity: "error",
    message: "no step type has a property name, so no step can be referred to",
    hint: "a reference to a step gives its name: let an overlay add it to the steps, or take `stepReferences` out",
  },
  SW127: { severity: "error", message: "no step that is answered has a property {output}", hint: "{hint}" },
  SW128: {
    severity: "warning",
    message: "no step that is answered has a property output, so a reference takes any path",
    hint: "`output` in the contract is the property that holds what a step made; {hint}",
  },
  SW129: {
    severity: "warning",
    message: "`output` says nothing without `stepReferences`",
    hint: "it is where references to a step lead: set `stepReferences`, or take it out",
  },
  SW130: {
    severity: "error",
    message: "not an OpenAPI Overlay 1.0: {problem}",
    hint: "see https://spec.openapis.org/overlay/v1.0.0.html",
  },
  SW131: {
    severity: "error",
    message: '"{target}" is not a JSONPath: {problem}',
    hint: "the syntax is RFC 9535's, such as $.properties['id','status']",
  },
  SW132: {
    severity: "error",
    message: '"{target}" matches nothing in the schema',
    hint: "correct the path, or take the action out if the schema has changed",
  },
  SW133: {
    severity: "error",
    message: '"{target}" selects {kind} at {pointer}, but an update changes objects and arrays',
    hint: "select what holds it and say the new value in `update`",
  },
  SW134: {
    severity: "error",
    message: "{kind} cannot be merged into {other}",
    hint: "remove the object or array that holds it in one action and add it anew in the next",
  },
  SW135: {
    severity: "error",
    message: "the overlay adds more than {limit} values",
    hint: "select less, or merge less into each place",
  },
  SW136: {
    severity: "error",
    message: "{path} is no folder, and while stepwright writes it makes one of its own there",
    hint: "move away what stands there",
  },
  SW137: {
    severity: "error",
    message: "the modules {modules} are one file where letter case does not count, as on macOS and Windows",
    hint: "name one of them under `steps.factories` in the contract: {tags}",
  },
  SW138: {
    severity: "error",
    message: "this is {kind}, not a contract",
    hint: "a contract is a small file beside it: {example}",
  },
  SW139: {
    severity: "error",
    message: "{pointer} is the list of steps, not a step",
    hint: "`at` is one of its items: did you mean {items}?",
  },
  SW140: { severity: "error", message: "{both} are of one place in the schema, {pointer}", hint: "{hint}" },
  SW141: {
    severity: "error",
    message: "the type name {name} is taken: {by}",
    hint: "call it something else, such as {other}",
  },
  SW142: {
    severity: "error",
    message: 'two step types become the factory name "{name}": {tags}',
    hint: "give one of them another name",
  },
  SW143: {
    severity: "error",
    message: "this is {kind}, not a schema",
    hint: "`schema` in a contract, or --schema, is the path of a JSON Schema or an OpenAPI document",
  },
  SW150: {
    severity: "error",
    message: "not a manifest of stepwright: {problem}",
    hint: "restore it from version control (in a merge, from either side), or remove the folder and generate anew",
  },
  SW151: {
    severity: "error",
    message: "{folder} is not empty, and stepwright did not write it: it holds {files}",
    hint: "give another folder with --out, or empty this one",
  },
  SW152: {
    severity: "error",
    message: "{folder} has files in the way that stepwright did not write: {files}",
    hint: "move them out of the folder",
  },
  SW153: {
    severity: "error",
    message: "{folder} is a symbolic link, which may lead out of the package",
    hint: "put a real folder there",
  },
  SW154: {
    severity: "note",
    message: "{folder} holds what stepwright did not write, and it stays: {files}",
    hint: "the folder is the package: keep other files elsewhere",
  },
  SW155: {
    severity: "error",
    message: "there are more than {limit} mistakes of this kind in the file, and the others are not told",
    hint: "correct these first: the others may well have the same cause",
  },
  SW156: {
    severity: "error",
    message: "more than {limit} words and marks of YAML",
    hint: "no contract or overlay needs that: look for a copying mistake",
  },
  SW157: {
    severity: "error",
    message: '"{target}" may take for ever: {problem}',
    hint: "say where to go by names, and let one text be matched in one way only, without (a+)+ or (a|ab|b)*",
  },
  SW158: {
    severity: "error",
    message: "more than {limit} objects and lists",
    hint: "no contract or overlay needs that: look for a copying mistake",
  },
  SW159: {
    severity: "error",
    message: "this number is larger than any that a program reads from JSON",
    hint: "the largest is 1.7976931348623157e+308; a bound that no number exceeds can be left out",
  },
  SW201: {
    severity: "error",
    message: "not a JSON Schema: {problem}",
    hint: "see https://json-schema.org/draft/2020-12",
  },
  SW202: {
    severity: "error",
    message: "the dialect {dialect} is not read",
    hint: "{hint}",
  },
  SW203: {
    severity: "error",
    message: "not JSON: {problem}",
    hint: "JSON has neither comments nor trailing commas; YAML is read from a file that ends in .yaml or .yml",
  },
  SW204: {
    severity: "error",
    message: 'two step types become the factory name "{name}"',
    hint: "name one of them under `steps.factories` in the contract: {tags}",
  },
  SW205: {
    severity: "error",
    message: 'the key "{key}" stands twice in one object',
    hint: "only one of the two can count: take the other out",
  },
  SW206: {
    severity: "error",
    message: "nested more than {limit} levels deep",
    hint: "give the inner schemas names under $defs and refer to them",
  },
  SW207: {
    severity: "error",
    message: "the pattern {pattern} is no regular expression",
    hint: "a pattern is one of ECMA-262 with the u flag: without inline flags such as (?i), without needless escapes",
  },
  SW208: {
    severity: "warning",
    message: "nothing checks the format {format}, which is used {times}",
    hint: 'the validators take it for an annotation; `"unknownFormats": "error"` in the contract refuses it',
  },
  SW209: {
    severity: "error",
    message: "nothing checks the format {format}, which is used {times}",
    hint: 'correct it in an overlay, or say `"unknownFormats": "annotation"` in the contract',
  },
  SW210: {
    severity: "error",
    message: "$ref {ref} leads nowhere",
    hint: "{hint}",
  },
  SW211: {
    severity: "error",
    message: "$ref {ref} leads to the network, which is never read",
    hint: "{hint}",
  },
  SW212: {
    severity: "error",
    message: "$ref {ref} leads out of the schema's folder",
    hint: "move the file below the schema's folder",
  },
  SW213: {
    severity: "error",
    message: "what {location} asks of a value leads back to itself: {path}",
    hint: "a schema may ask the same only of a part of the value, such as a property or an item",
  },
  SW214: {
    severity: "error",
    message: "not YAML: {problem}",
    hint: "a file that ends in .yaml or .yml is one document of YAML 1.2 that JSON could say as well",
  },
  SW215: {
    severity: "error",
    message: "what {location} asks of a value goes through more than {limit} references, one behind the other",
    hint: "refer to what stands at the end, or merge some of the schemas in between",
  },
  SW216: {
    severity: "error",
    message: "{file} is larger than {limit} MiB",
    hint: "take out what the workflow does not need, or put it into several files that refer to each other",
  },
  SW217: {
    severity: "error",
    message: "the entries reach more than {limit} {what}",
    hint: "a package of that would be of no use to an editor: name smaller entries, or leave out what nobody sends",
  },
  SW218: {
    severity: "error",
    message: "{count} {what} stand side by side, and more than {limit} are not read",
    hint: "say plain values with one `enum`, give objects a tag that tells them apart, and names that are data a pattern",
  },
  SW219: {
    severity: "warning",
    message:
      "some text keeps the pattern {pattern}, which is used {times}, busy for years: it can be matched in very many ways",
    hint: "let one text be matched in one way only, without (a+)+ or (a|ab|b)*, or bound its length with `maxLength`",
  },
  SW220: {
    severity: "error",
    message: "two types become the name {name}, the second at {location}",
    hint: "give one of them another name under {where}",
  },
  SW221: {
    severity: "error",
    message: "the type name {name} at {location} shadows a name every program knows",
    hint: "give it another name under `names` in the contract, as in {line}",
  },
  SW222: {
    severity: "error",
    message: "the package would export {name} twice: {uses}",
    hint: "name one of them differently in the contract",
  },
  SW223: {
    severity: "error",
    message: "the type name {name} at {location} is that of a type which every package has of its own",
    hint: "give it another name under `names` in the contract, as in {line}",
  },
  SW224: {
    severity: "error",
    message: "$ref {ref} leads to a file that does not exist: {path}",
    hint: "a path in a `$ref` starts at the folder of the file that it stands in, in an overlay at the schema's",
  },
  SW225: {
    severity: "error",
    message: "$ref {ref} leads to {kind}, which is no schema",
    hint: "a schema is an object, true or false; a pointer behind # says where in a file it stands",
  },
  SW226: {
    severity: "error",
    message: "$ref {ref} leads to several schemas",
    hint: "two of them have the same `$id` or `$anchor`: change it in one, or refer by a pointer",
  },
  SW230: {
    severity: "error",
    message: "the tag {tag} is not an enum of strings",
    hint: "list the strings that it takes, in an `enum` or with a `const` in each branch of a `oneOf`; an overlay can do that",
  },
  SW231: {
    severity: "error",
    message: "{branch} is not told from the other steps by {tag}: {reason}",
    hint: "each branch needs {tag} among its `required`, with a constant string of its own, or a name in the `mapping` of a `discriminator` beside the branches; an overlay can add either",
  },
  SW232: {
    severity: "error",
    message:
      "{name} is never valid: it requires {property}, which a schema in its allOf, or beside the branches, forbids",
    hint: "close what is made of others with `unevaluatedProperties: false`, and leave the others open",
  },
  SW233: {
    severity: "error",
    message: "there are more than {limit} mistakes of this kind in the file, and the others are not told",
    hint: "correct these first: the others may well have the same cause",
  },
  SW234: {
    severity: "error",
    message: "more than {limit} words and marks of YAML",
    hint: "write it as JSON, of which more is read, or put it into several files that refer to each other",
  },
  SW235: {
    severity: "error",
    message: "more than {limit} objects and lists",
    hint: "take out what the workflow does not need, or put it into several files that refer to each other",
  },
  SW236: {
    severity: "error",
    message: "the schema refers to more than {limit}",
    hint: "take out what the workflow does not need; the same file under another name, as by a symbolic link, counts again",
  },
  SW237: {
    severity: "error",
    message: "this number is larger than any that a program reads from JSON",
    hint: "the largest is 1.7976931348623157e+308; a bound that no number exceeds can be left out",
  },
  SW238: {
    severity: "error",
    message: "the tag {tag} is {value}, which is no string: no factory and no handler can be called after it",
    hint: "take `steps` out of the contract: only factories, `isStep` and `matchStep` need strings; the types and validators of `entries` tell branches apart by any constant",
  },
  SW240: {
    severity: "error",
    message: "the text of {path} does not parse: {problem}",
    hint: "a name or a word of the schema made it so; please report it with the schema",
  },
  SW241: {
    severity: "error",
    message: "the name {name} has letters that are newer than TypeScript",
    hint: "give it another name in the contract, under `names` or `steps.factories`",
  },
  SW242: {
    severity: "error",
    message: "the factory name {name} has more than {limit} letters",
    hint: "give it another name in the contract, under `steps.factories`",
  },
  SW243: {
    severity: "error",
    message: "a step has the tag _, which is matchStep's word for all other steps",
    hint: "take the step out of the list with an overlay, or give it another tag where that can be agreed with the server",
  },
  SW250: { severity: "error", message: 'nothing that is emitted can honour "{keyword}" here', hint: "{hint}" },
  SW251: {
    severity: "warning",
    message: 'JSON Schema has no keyword "{keyword}", so nothing checks it',
    hint: 'did you mean "{near}"? a name of your own that begins with x- is never taken for a mistake',
  },
  SW252: {
    severity: "warning",
    message: '"{keyword}" without a "type" lets every value pass that is no {kind}, and so does the type',
    hint: 'add `"type": "{kind}"` beside it; an overlay can do that',
  },
  SW253: {
    severity: "warning",
    message: "JavaScript holds no number {number}, and reads it as {read}",
    hint: "say it as a string with a pattern, or take one that a program reads exactly: up to 9007199254740991 all are",
  },
  SW254: {
    severity: "error",
    message:
      "{name} is excluded or made a condition (`not`, `if`, `maxContains`) and not the same in requests and answers, but it leads back to itself",
    hint: "say there in place what is meant, without `readOnly`, `writeOnly`, `default` and `additionalProperties: false`",
  },
  SW255: {
    severity: "warning",
    message: "the discriminator {tag} does not tell all branches apart, so nothing reads it: {branches}",
    hint: "name in its `mapping` every branch that does not require {tag} with a constant string of its own; each must be a reference to an object",
  },
  SW256: {
    severity: "warning",
    message: "no value is of the kind {kind}: {base} gives it the {tag} {value}, which its own schema of {tag} forbids",
    hint: "take the entry out of the `mapping`, or let the schema take the value; an overlay can do either",
  },
  SW257: {
    severity: "warning",
    message: '"{keyword}" beside a "$ref" is ignored until draft-07 and in OpenAPI 3.0, so nothing checks it',
    hint: "put the reference alone into an `allOf`, and the keyword beside that; an overlay can do that",
  },
  SW258: {
    severity: "warning",
    message:
      '"additionalProperties": false forbids {property} here, which a branch beside it names: no request can have it',
    hint: 'leave it out and close each branch, or say `"unevaluatedProperties": false` instead; an overlay can do that',
  },
  SW259: {
    severity: "warning",
    message: '"{keyword}" is ignored in {dialect}, which does not know it, so nothing checks it',
    hint: 'let the document declare {later}, which has it, as an overlay can: `"$schema": "{metaSchema}"`',
  },
  SW260: {
    severity: "warning",
    message: 'this branch of "oneOf" asks what another does, so what fits it fits both, and is refused',
    hint: "leave one of them out, or let each require a constant of its own; an overlay can do either",
  },
  SW301: { severity: "error", message: "{folder} has not been generated", hint: "run `{command}`" },
  SW302: { severity: "error", message: "{folder} is stale, because these changed: {inputs}", hint: "run `{command}`" },
  SW303: {
    severity: "error",
    message: "{folder} was edited by hand: {files}",
    hint: "change the schema, the overlay or the contract instead; `{command}` writes over the edits",
  },
  SW304: {
    severity: "error",
    message: "{folder} is stale, because it was made by other versions: {versions}",
    hint: "run `{command}`",
  },
  SW305: {
    severity: "error",
    message: "{folder} is half written: a run was interrupted or is still at it",
    hint: "run `{command}`",
  },
  SW306: { severity: "error", message: "{folder} is not what would be generated now", hint: "run `{command}`" },
  SW401: {
    severity: "error",
    message: "this is a bug in stepwright: {problem}",
    hint: "please report it with the contract and its schema; STEPWRIGHT_DEBUG=1 shows the stack",
  },
  SW501: {
    severity: "error",
    message: 'cannot read "{file}": {problem}',
    hint: "it has to be a file of UTF-8 text that you may read",
  },
  SW510: {
    severity: "error",
    message: "cannot {action} {path}: {problem}",
    hint: "look at the path, who may write there, and the space that is left",
  },
  SW511: {
    severity: "error",
    message: "another run of stepwright (process {process}) is writing to {out}, and {seconds} s were not enough",
    hint: "wait for it to end; if there is none, remove {folder}",
  },
  SW512: {
    severity: "error",
    message: "another run of stepwright took {out} over, because this one had stood still for so long",
    hint: "run it again",
  },
  SW513: {
    severity: "error",
    message: "{path} is on another disk than {folder}, and nothing can be moved there in one step",
    hint: "mount the whole folder, or nothing in it",
  },
} as const satisfies Record<string, CatalogueEntry>;
