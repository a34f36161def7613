/** A file's name in, its format out: YAML by its ending, anything else is JSON. */
export const isYaml = (file: string): boolean => /\.ya?ml$/i.test(file);
