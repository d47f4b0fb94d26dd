print("unitecon")
