export { createSigningScene, type SigningScene } from './signing-scene.ts'
