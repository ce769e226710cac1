/** The number of characters as a reader counts them: an emoji of two UTF-16 units is one. */
export const characters = (text: string): number => [...text].length;
