/** The folder of the build that a page follows: what stands there changes with each release. */
export const followed = '1';

/** A build of the widgets, as its `release.json` says it. */
export interface Release {
  /** `0.9.0`, or `0.9.0-next` for what was built after that release. */
  readonly version: string;
  /** The hash of each file by its name. */
  readonly integrity: Readonly<Record<string, string>>;
}
