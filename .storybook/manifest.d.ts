/** Made by `.ci/manifests.mjs`, so not there yet when only types are checked. */
declare module '*/custom-elements.json' {
  const manifest: object;
  export default manifest;
}
declare module '*.css';
