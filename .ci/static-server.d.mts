export function serveFolder(
  folder: string,
  options?: {
    readonly pages?: Readonly<Record<string, string>>;
    readonly headers?: Readonly<Record<string, string>>;
  },
): Promise<{ readonly origin: string; close(): void }>;
