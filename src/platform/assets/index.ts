export { buildAssets } from './build-assets.ts'
export { type AssetManifest } from './manifest.ts'
