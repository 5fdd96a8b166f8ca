import { described, type FieldProps, FormGroup } from './field.tsx'

export interface FileUploadProps extends FieldProps {
  /** What the file dialogue offers: `.pdf,application/pdf`. The server checks by content. */
  readonly accept?: string | undefined
  readonly multiple?: boolean | undefined
  /** Offers the camera on a phone, for the photo of a QR code. */
  readonly camera?: boolean | undefined
}

/** Needs `<Form multipart>`. Say in the hint what is taken and how large it may be. */
export function FileUpload(props: FileUploadProps) {
  return (
    <FormGroup {...props}>
      <input
        class={`govuk-file-upload${props.error === undefined ? '' : ' govuk-file-upload--error'}`}
        id={props.name}
        name={props.name}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        capture={props.camera === true ? 'environment' : undefined}
        {...described(props)}
      />
    </FormGroup>
  )
}
