const loader = 'buurt.js';
const styles = 'buurt.css';

/** The lines that a webmaster pastes to pin a version, for every widget; `base` is where its files are served. */
export function snippet(widgets, integrity, base) {
  const checked = (name) => `"${base}${name}" integrity="${integrity[name]}" crossorigin`;
  const preload = (name) => `<link rel="modulepreload" href=${checked(name)}>`;
  const perWidget = Object.entries(widgets).map(
    ([tag, { files }]) =>
      `<!-- With <${tag}> on the page, these make it appear sooner: -->\n` +
      files
        .filter((name) => name !== loader)
        .map(preload)
        .join('\n'),
  );
  return [
    `<!-- In <head>. Put the address where you serve these files in the place of ${base}. Browsers take only this version: for another, paste its lines. -->`,
    `<link rel="stylesheet" href=${checked(styles)}>`,
    `<script type="module" src=${checked(loader)}></script>`,
    ...perWidget,
    '',
  ].join('\n');
}
