export { buildAssets } from './build-assets.ts'
export { type AssetManifest, loadAssets } from './manifest.ts'
