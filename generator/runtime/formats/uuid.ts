/** The format `uuid`: a string comes in, whether it is a UUID goes out. */

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** RFC 4122 section 3: any version and variant, in either case, without `urn:uuid:`. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}
