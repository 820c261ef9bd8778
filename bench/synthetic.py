"""Plans that no one wrote, of any number of tasks, each with a number of its own: for measuring and for crash tests.

usage: bench/synthetic.py NUMBER TASKS > plan.md
"""
import io
import sys
import zipfile
from xml.sax.saxutils import escape

WORK = ["Phát thanh chuyên mục cải cách hành chính", "Cập nhật bảng công khai thủ tục hành chính", "Tập huấn kỹ năng tiếp công dân",
        "Đăng tin, bài về dịch vụ công trực tuyến", "Khảo sát mức độ hài lòng tại bộ phận một cửa", "Tổ chức hội thi sáng kiến của công chức",
        "Phát tờ rơi hướng dẫn nộp hồ sơ qua mạng", "Đối thoại với hộ kinh doanh về thủ tục thuế"]
PRODUCT = ["Bản tin", "Báo cáo", "Hội nghị", "Bài viết", "Tờ rơi", "Kết quả khảo sát"]
SCHEDULE = ["Trước ngày {day}/{month}/2026", "Tháng {month}/2026", "Quý {quarter}/2026", "Hàng tháng", "Thường xuyên", "Trong năm 2026"]
UNIT = ["Phòng Văn hóa - Xã hội", "Trung tâm Phục vụ hành chính công", "Văn phòng HĐND và UBND", "Phòng Kinh tế"]


def task(i):
    month = i % 12 + 1
    schedule = SCHEDULE[i % len(SCHEDULE)].format(day=i % 28 + 1, month=month, quarter=["I", "II", "III", "IV"][(month - 1) // 3])
    return "| %d | %s, đợt %d | %s | %s | Chủ trì: %s |" % (i + 1, WORK[i % len(WORK)], i // len(WORK) + 1, PRODUCT[i % len(PRODUCT)], schedule,
                                                       UNIT[i % len(UNIT)])


def pages(n):
    """A plan of about so many pages as the text layer of a PDF file gives it: numbered paragraphs, then the cells of a table in turn."""
    clauses = "".join("%d. Các phòng, trung tâm chủ động triển khai việc thứ %d, hằng tháng báo cáo kết quả về Văn phòng xã.\n" % (i, i)
                      for i in range(1, 15 * n))
    rows = "".join("%d Rà soát, công bố danh mục dịch\nvụ công lần thứ %d\n- Danh mục dịch vụ\nTháng %d/2026 Phòng Kinh tế chủ trì, phối hợp\n"
                   "các phòng có liên quan\n" % (i, i, i % 12 + 1) for i in range(1, 4 * n))
    head = "STT Nhiệm vụ Kết quả\nThời hạn\nCơ quan chủ trì, phối hợp\n"
    return plan(1, 0).replace("\n## III.", "\n" + clauses + "\n## III.") + "\nPHỤ LỤC\n" + head + rows


def plan(number, tasks):
    """The text of plan `number`, in Markdown."""
    rows = "\n".join(task(i) for i in range(tasks))
    return f"""ỦY BAN NHÂN DÂN
XÃ BẾN MẪU

Số: {number}/KH-UBND

Bến Mẫu, ngày 12 tháng 01 năm 2026

# KẾ HOẠCH

Tuyên truyền cải cách hành chính năm 2026, bản số {number}

Căn cứ Kế hoạch số 7/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh;

## I. MỤC ĐÍCH, YÊU CẦU

1. 100% cán bộ, công chức nắm được nội dung cải cách hành chính của xã.

## II. NHIỆM VỤ

| STT | Nhiệm vụ | Sản phẩm | Thời gian | Phân công |
|---|---|---|---|---|
{rows}

## III. TỔ CHỨC THỰC HIỆN

1. Văn phòng HĐND và UBND theo dõi, báo cáo kết quả trước ngày 15 tháng 12 năm 2026.

**Nơi nhận:**
- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Thử
"""


def word_paragraph(text, bold=False):
    return ('<w:p><w:pPr><w:spacing w:before="60" w:after="60"/><w:ind w:firstLine="567"/><w:jc w:val="both"/></w:pPr><w:r><w:rPr>'
            '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>%s<w:sz w:val="28"/></w:rPr>'
            '<w:t xml:space="preserve">%s</w:t></w:r></w:p>' % ("<w:b/>" if bold else "", escape(text)))


def word_file(number, pages):
    """Plan `number` as a Word file of about so many pages: each has ten rows of a table and, every other, a page of prose."""
    body = []
    rows = []
    for line in plan(number, pages // 2 * 10).splitlines():
        if line.startswith("|") and not line.startswith("|---"):
            cells = "".join("<w:tc><w:tcPr><w:tcW w:w=\"1800\" w:type=\"dxa\"/></w:tcPr>%s</w:tc>" % word_paragraph(cell.strip())
                            for cell in line.strip("|").split("|"))
            rows.append("<w:tr>%s</w:tr>" % cells)
        elif line.strip() and not line.startswith("|"):
            body.append(word_paragraph(line.strip("#* "), line.startswith("#")))
    prose = " ".join("%s theo kế hoạch và bảo đảm tiến độ;" % work for work in WORK)
    body += [word_paragraph("- " + prose) for _ in range(pages // 2 * 6)]
    body.append("<w:tbl><w:tblPr><w:tblBorders><w:insideH w:val=\"single\"/></w:tblBorders></w:tblPr>%s</w:tbl>" % "".join(rows))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'
                         % "".join(body))
    return out.getvalue()


if __name__ == "__main__":
    sys.stdout.write(plan(int(sys.argv[1]), int(sys.argv[2])))
