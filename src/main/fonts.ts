import path from 'node:path'

/** Folders of the faces that documents are set in. */
export const fontFolders = (root: string): readonly string[] =>
  ['400Regular', '600SemiBold', '700Bold'].map((face) =>
    path.join(root, 'node_modules/@expo-google-fonts/noto-sans', face),
  )
