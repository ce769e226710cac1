/** Local part, @, and a domain with a dot: what stops a slip of the finger; only a letter that arrives proves more. */
export const emailPattern = /^[^\s@<>()[\],;:"\\]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/;
