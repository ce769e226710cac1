interface Guide {
  readonly title: string;
  readonly html: string;
}
export function readGuides(): Record<string, Record<'nl' | 'en', Guide>>;
