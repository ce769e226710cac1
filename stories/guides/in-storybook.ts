/** Where Storybook has a guide to which another one leads; its address follows from its title. */
const titles: Readonly<Record<string, string>> = {
  iframe: 'my-cms-only-takes-an-iframe',
  'stripped-tags': 'my-cms-strips-unknown-tags',
};

/** A guide whose links to others lead to their pages in Storybook. */
export const inStorybook = (guide: string): string =>
  guide.replaceAll(/\]\(([\w-]+)\.en\.md\)/g, (_, name: string) => {
    if (!titles[name]) throw new Error(`No page of Storybook is known for the guide ${name}.`);
    return `](?path=/docs/guides-${titles[name]}--docs)`;
  });
