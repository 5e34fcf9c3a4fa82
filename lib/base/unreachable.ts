/** For the `default` of a switch over a union: does not compile while a case is missing, throws if data lies about its type. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`);
}
