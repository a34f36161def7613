/** What a reporter makes of an outcome, without the line end behind it. stdout is for results, stderr for problems. */
export interface Printed {
  readonly stdout?: string | undefined;
  readonly stderr?: string | undefined;
}
