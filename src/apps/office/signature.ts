const BASE64 = /^[A-Za-z0-9+/]{100,90000}={0,2}$/

/** Whether what was posted can be a signature: CMS in base64, neither empty nor huge. */
export const isSignature = (cms: string): boolean => BASE64.test(cms)
