/** Computes again only when one of the arguments is another than the last time. */
export function memoizeLast<Args extends readonly unknown[], T>(
  compute: (...args: Args) => T,
): (...args: Args) => T {
  let last: { readonly args: Args; readonly value: T } | undefined;
  return (...args) => {
    if (!last || last.args.some((each, index) => each !== args[index]))
      last = { args, value: compute(...args) };
    return last.value;
  };
}
