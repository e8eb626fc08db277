-- Opens talk.yaml in Neovim with `slidekit lsp` attached, runs story.lua, writes what it returns into result.json.
-- Called as: nvim --headless -u NONE -c 'luafile neovim.lua', in the folder of the deck.
local setup = vim.fn.json_decode(vim.fn.readfile("setup.json"))
local patience = 60000

vim.o.hidden = true
vim.cmd("edit talk.yaml")
local buffer = vim.api.nvim_get_current_buf()
local id = vim.lsp.start_client({ name = "slidekit", cmd = setup.command, root_dir = vim.fn.getcwd() })

editor = { buffer = buffer, id = id }

function editor.wait(seen)
  local found
  local ok = vim.wait(patience, function()
    found = seen()
    return found ~= nil and found ~= false
  end, 10)
  assert(ok, "waited in vain: " .. debug.traceback())
  return found
end

-- What is underlined, once `seen` is content with it.
function editor.underlined(seen)
  return editor.wait(function()
    local all = vim.diagnostic.get(buffer)
    return seen(all) and all or nil
  end)
end

function editor.codes()
  local codes = {}
  for _, one in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(codes, one.code or one.user_data.lsp.code)
  end
  table.sort(codes)
  return codes
end

function editor.at(line, column)
  vim.api.nvim_win_set_cursor(0, { line, column - 1 })
end

-- What the server answers to a request about the cursor's place, or with these parameters.
function editor.ask(method, more)
  local params = vim.tbl_extend("force", vim.lsp.util.make_position_params(0, "utf-16"), more or {})
  local answers, wrong = vim.lsp.buf_request_sync(buffer, method, params, patience)
  assert(answers, wrong)
  local answer = answers[id]
  assert(not answer.error, vim.inspect(answer.error))
  return answer.result
end

function editor.lines()
  return vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
end

local ok, result = pcall(function()
  editor.wait(function()
    return vim.lsp.get_client_by_id(id)
  end)
  vim.lsp.buf_attach_client(buffer, id)
  editor.wait(function()
    return vim.lsp.get_client_by_id(id).initialized
  end)
  return dofile("story.lua")
end)
vim.fn.writefile({ vim.fn.json_encode({ ok = ok, result = result }) }, "result.json")
local client = vim.lsp.get_client_by_id(id)
client.stop()
vim.wait(patience, function()
  return client.is_stopped()
end, 10)
vim.cmd("qall!")
