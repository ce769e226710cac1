interface Weighed {
  readonly files: readonly string[];
}

export function snippet(
  widgets: Readonly<Record<string, Weighed>>,
  integrity: Readonly<Record<string, string>>,
  base: string,
): string;
