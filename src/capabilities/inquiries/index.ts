export {
  createInquiries,
  type Inquiries,
  type Inquiry,
  type InquiryAnswer,
  isInquiry,
} from './create-inquiries.ts'
export { inquiriesSchema } from './inquiries-schema.ts'
